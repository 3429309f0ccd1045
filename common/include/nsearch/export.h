// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

/// Marks what a nsearch library shows to other libraries. Everything else is hidden (-fvisibility=hidden).
#define NSEARCH_EXPORT __attribute__((visibility("default")))
