using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Finds the layers that <c>From</c>, <c>Add</c> and <c>Concat</c> name, and says what is wrong with a name that leads nowhere.</summary>
internal sealed class Labels(Expansion expansion, ProblemLog problems)
{
    private HashSet<string>? paths;
    private Dictionary<string, string>? within;

    /// <summary>The value that <c>From</c> names; null where it is absent; unknown where it is faulty.</summary>
    public GraphValue? From(LayerSite site, GraphLevel level) =>
        site.Text("From") is null ? null : Find(site, level, "From") ?? level.Current.Unknown;

    /// <summary>The layer that an argument names, or null with a problem.</summary>
    public GraphValue? Find(LayerSite site, GraphLevel level, string argument)
    {
        string label = site.Text(argument)!;
        GraphValue? found = level.Find(label);
        if (found is null && !site.IsInFaultyBlock && !expansion.HasUnfinished && !expansion.Rejected.Contains(label))
        {
            (string id, string fault) = Fault(label, level);
            problems.Add(site.Fault(id, argument, $"{site.Layer.Kind}: {fault}"));
        }

        return found;
    }

    private (string Id, string Fault) Fault(string label, GraphLevel level)
    {
        if (IsLater(label, level))
        {
            return (RuleIds.BrokenGraph, $"{label} does not come before it; use the name of an earlier layer");
        }

        if (Within(label) is { } path)
        {
            return (RuleIds.BrokenGraph, $"{label} stands in a block, which the name alone does not reach; use {path}");
        }

        string remedy = level.LastName is { } last ? $"use the name of an earlier layer, such as {last}" : "use the name of an earlier layer";
        return (RuleIds.UnusableName, $"no layer is called {label}; {remedy}");
    }

    private bool IsLater(string label, GraphLevel level)
    {
        paths ??= new HashSet<string>(expansion.Paths, StringComparer.Ordinal);
        for (GraphLevel? scope = level; scope is not null; scope = scope.Outer)
        {
            if (paths.Contains(scope.Path.Length == 0 ? label : $"{scope.Path}.{label}"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first path that ends with the label.</summary>
    private string? Within(string label)
    {
        if (within is null)
        {
            within = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string path in expansion.Paths)
            {
                string last = path.Substring(path.LastIndexOf('.') + 1);
                if (!within.ContainsKey(last))
                {
                    within.Add(last, path);
                }
            }
        }

        return within.TryGetValue(label, out string? found) ? found : null;
    }
}
