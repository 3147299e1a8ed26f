using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Groups that divide both sides of a convolution.</summary>
internal static class GroupCheck
{
    private const int SuggestionLimit = 8;

    public static int Read(LayerArguments arguments, Shape input, int filters)
    {
        int groups = arguments.Positive("Groups");
        if (arguments.Faulty)
        {
            return groups;
        }

        int common = arguments.InputKnown && input.Rank > 0 ? GreatestCommonDivisor(input.Channels, filters) : filters;
        if (filters % groups != 0)
        {
            arguments.Report(RuleIds.IndivisibleGroups, "Groups", Text(arguments, "filters", filters, groups, common), Nearest(arguments, groups, common));
        }
        else if (input.Rank > 0 && input.Channels % groups != 0)
        {
            arguments.Mismatch(RuleIds.IndivisibleGroups, "Groups", Text(arguments, "input channels", input.Channels, groups, common), Nearest(arguments, groups, common));
        }

        return groups;
    }

    private static string Text(LayerArguments arguments, string side, int count, int groups, int common) => Invariant(
        $"{arguments.Kind}: the {count} {side} must be evenly divisible by the number of groups, {groups}; use {Suggestions(common)}");

    private static Remedy Nearest(LayerArguments arguments, int groups, int common) =>
        Remedy.Set("Groups", arguments.Kind, ("Groups", Invariant($"{Divisors(common).OrderBy(divisor => Math.Abs((long)divisor - groups)).First()}")));

    private static string Suggestions(int common) => string.Join(" or ", Divisors(common).Take(SuggestionLimit).Select(n => Invariant($"{n}")));

    /// <summary>All divisors in rising order.</summary>
    private static IEnumerable<int> Divisors(int number)
    {
        var small = new List<int>();
        for (int divisor = 1; divisor <= number / divisor; divisor++)
        {
            if (number % divisor == 0)
            {
                small.Add(divisor);
            }
        }

        return small.Concat(Enumerable.Reverse(small).Select(divisor => number / divisor)).Distinct();
    }

    private static int GreatestCommonDivisor(int first, int second) => second == 0 ? first : GreatestCommonDivisor(second, first % second);
}
