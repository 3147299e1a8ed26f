using System.Collections;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Problems in the order in which they are found; a fault that shows in several copies of a block, or in both dimensions, once.</summary>
internal sealed class ProblemLog : IReadOnlyCollection<Problem>
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<(string Id, int Attribute, string? Argument, BlockPlace? Origin)> places = [];

    public int Count => problems.Count;

    public void Add(Problem problem)
    {
        bool isOfBlock = problem.Origin is not null;
        if (places.Add((problem.Id, isOfBlock ? -1 : problem.Attribute, isOfBlock ? null : problem.Argument, problem.Origin)))
        {
            problems.Add(problem);
        }
    }

    public IEnumerator<Problem> GetEnumerator() => problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
