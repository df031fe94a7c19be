/*
 * The decision tree of weighing_tree.h as text, for the golden file.
 *
 * One line a branch: the fact, its values, and the rule and outcome, or the
 * branches below it. "*" is every value that is not named beside it. A part to
 * which several ways lead stands once, under a number.
 */

#ifndef WEIGHING_PRINT_H
#define WEIGHING_PRINT_H

#include "support/weighing_tree.h"

/* The value whose group is written as "*": the largest of two or more, the last of equal ones. */
static unsigned
rest_of(const struct tree *tree)
{
	unsigned best = 0, most = 1;

	for (unsigned a = 0; a < MOST_VALUES; a++) {
		unsigned size = 0;

		for (unsigned b = 0; b < MOST_VALUES; b++)
			size += tree->child[b] == tree->child[a];
		if (tree->child[a] != 0 && size >= most && size > 1) {
			most = size;
			best = tree->child[a];
		}
	}
	return best;
}

/* What a branch leads to: an outcome, a part of its own, or the part below it. */
static void
print_end(FILE *file, unsigned child)
{
	for (size_t i = 0; i < ROWS; i++)
		if (weighing_rows[i].rule == child) {
			fprintf(file, ": W%02u %s\n", child,
			    vocabulary_token(weighing_rows[i].outcome));
			return;
		}
	if (trees[child].number > 0)
		fprintf(file, ": see %u\n", trees[child].number);
	else
		fputc('\n', file);
}

static void
print_branch(FILE *file, const struct tree *tree, unsigned child, bool is_rest, unsigned depth)
{
	const struct fact_name *fact = &fact_names[tree->place];
	const char *separator = " ";

	fprintf(file, "%*s%s", (int)depth * 2, "", fact->name);
	if (is_rest)
		fputs(" *", file);
	for (unsigned bit = 0; bit < MOST_VALUES && !is_rest; bit++)
		if (tree->child[bit] == child) {
			fprintf(file, "%s%s", separator, fact->values[bit]);
			separator = "|";
		}
	print_end(file, child);
}

/* Whether no earlier value leads to the same. */
static bool
is_first_way(const struct tree *tree, unsigned bit)
{
	for (unsigned earlier = 0; earlier < bit; earlier++)
		if (tree->child[earlier] == tree->child[bit])
			return false;
	return tree->child[bit] != 0;
}

static void
print_tree(FILE *file, unsigned number, unsigned depth)
{
	const struct tree *tree = &trees[number];
	unsigned rest = rest_of(tree);

	for (unsigned bit = 0; bit <= MOST_VALUES; bit++) {
		bool is_rest = bit == MOST_VALUES;
		unsigned child = is_rest ? rest : tree->child[bit];

		if (child == 0 || (!is_rest && (child == rest || !is_first_way(tree, bit))))
			continue;
		print_branch(file, tree, child, is_rest, depth);
		if (child > RULES && trees[child].number == 0)
			print_tree(file, child, depth + 1);
	}
}

/* Numbers the parts to which several ways lead, in the order in which they are printed. */
static void
number_parts(unsigned number, unsigned part[], unsigned *parts)
{
	const struct tree *tree = &trees[number];

	for (unsigned bit = 0; bit < MOST_VALUES; bit++) {
		unsigned child = tree->child[bit];

		if (child <= RULES || !is_first_way(tree, bit) || trees[child].number > 0)
			continue;
		if (trees[child].parents > 1) {
			part[*parts] = child;
			trees[child].number = ++*parts;
		}
		number_parts(child, part, parts);
	}
}

static void
count_parents(void)
{
	for (unsigned i = RULES + 1; i < tree_count; i++)
		for (unsigned bit = 0; bit < MOST_VALUES; bit++)
			if (is_first_way(&trees[i], bit))
				trees[trees[i].child[bit]].parents++;
}

static void
print_function(FILE *file, unsigned number)
{
	static unsigned part[TREES_MAX];
	unsigned parts = 0;

	count_parents();
	number_parts(number, part, &parts);
	print_tree(file, number, 0);
	for (unsigned i = 0; i < parts; i++) {
		fprintf(file, "\n%u\n", i + 1);
		print_tree(file, part[i], 1);
	}
}

#endif
