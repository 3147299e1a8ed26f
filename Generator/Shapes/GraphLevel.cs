using NetDsl.Generator.Layers;

namespace NetDsl.Generator.Shapes;

/// <summary>The wiring within a network or one copy of a block: the value that flows, its branches, and what has a name.</summary>
internal sealed class GraphLevel(GraphLevel? outer, string path, GraphValue start)
{
    private readonly Dictionary<string, (GraphValue Value, GraphLevel? Inner)> named = new(StringComparer.Ordinal);
    private readonly List<GraphValue> ends = [];
    private GraphValue fork;
    private bool isOpen;

    public GraphLevel? Outer => outer;

    /// <summary>The block's path; empty for the network.</summary>
    public string Path => path;

    /// <summary>What the next layer reads.</summary>
    public GraphValue Current { get; private set; } = start;

    /// <summary>Where the last branch stands that is open; null where none is.</summary>
    public LayerSite? OpenBranch { get; private set; }

    /// <summary>Whether an attribute half typed may be a branch or a merge.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>Name of the last layer or block; null before the first.</summary>
    public string? LastName { get; private set; }

    public void Flow(GraphValue value)
    {
        // Behind a head that closed its branch, beside branches that are open: a branch by itself.
        isOpen |= OpenBranch is not null;
        Current = value;
    }

    public void Name(string name, GraphValue value, GraphLevel? inner = null)
    {
        if (name.Length > 0)
        {
            LastName = name;
            named[name] = (value, inner);
        }
    }

    /// <summary>Begins a branch where its siblings began, or at a given value.</summary>
    public void Branch(LayerSite site, GraphValue? from)
    {
        if (OpenBranch is null)
        {
            fork = Current;
        }
        else if (isOpen)
        {
            ends.Add(Current);
        }

        OpenBranch = site;
        isOpen = true;
        Current = from ?? fork;
    }

    /// <summary>Ends the branch at a head: the value goes back to where the branches began.</summary>
    public void CloseAtHead()
    {
        if (isOpen)
        {
            isOpen = false;
            Current = fork;
            OpenBranch = ends.Count == 0 ? null : OpenBranch;
        }
    }

    /// <summary>The ends of the open branches, which are open no more; nothing where none is.</summary>
    public List<GraphValue> CloseBranches()
    {
        List<GraphValue> closed = [.. ends];
        if (isOpen)
        {
            closed.Add(Current);
        }

        ends.Clear();
        isOpen = false;
        OpenBranch = null;
        return closed;
    }

    /// <summary>A layer named earlier, here or in a network or block around; a path leads into blocks.</summary>
    public GraphValue? Find(string label)
    {
        string[] parts = label.Split('.');
        for (GraphLevel? level = this; level is not null; level = level.Outer)
        {
            if (level.Follow(parts) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private GraphValue? Follow(string[] parts)
    {
        GraphLevel? level = this;
        GraphValue? found = null;
        foreach (string part in parts)
        {
            if (level is null || !level.named.TryGetValue(part, out (GraphValue Value, GraphLevel? Inner) entry))
            {
                return null;
            }

            found = entry.Value;
            level = entry.Inner;
        }

        return found;
    }
}
