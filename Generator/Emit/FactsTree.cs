namespace NetDsl.Generator.Emit;

/// <summary>Paths with dots as nested classes, in the order in which they come.</summary>
internal sealed class FactsTree
{
    private readonly Dictionary<string, FactsTree> byName = new(StringComparer.Ordinal);
    private readonly List<FactsTree> children = [];

    private FactsTree(string name, string path)
    {
        Name = name;
        Path = path;
    }

    public string Name { get; }

    public string Path { get; }

    public IReadOnlyList<FactsTree> Children => children;

    /// <summary>Classes in this node, itself included.</summary>
    public int Size => 1 + children.Sum(child => child.Size);

    /// <summary>The tree of all paths; its root has no name.</summary>
    public static FactsTree Of(IEnumerable<string> paths)
    {
        var root = new FactsTree("", "");
        foreach (string path in paths)
        {
            FactsTree node = root;
            foreach (string name in path.Split('.'))
            {
                node = node.Child(name);
            }
        }

        return root;
    }

    /// <summary>Writes the classes below this node.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="facts">Writes what stands in a class, and gives the summary above it.</param>
    public void Write(SourceWriter writer, Func<string, FactsText> facts) => Write(writer, children, first: Path.Length == 0, facts);

    /// <summary>Writes the classes of nodes that stand side by side.</summary>
    public static void Write(SourceWriter writer, IEnumerable<FactsTree> nodes, Func<string, FactsText> facts) => Write(writer, nodes, first: true, facts);

    private static void Write(SourceWriter writer, IEnumerable<FactsTree> nodes, bool first, Func<string, FactsText> facts)
    {
        foreach (FactsTree child in nodes)
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            FactsText text = facts(child.Path);
            writer.Line($"/// <summary>{text.Summary}</summary>");
            writer.Block($"public static class {FactsEmitter.Identifier(child.Name)}", () =>
            {
                text.Write();
                child.Write(writer, facts);
            });
        }
    }

    private FactsTree Child(string name)
    {
        if (!byName.TryGetValue(name, out FactsTree? child))
        {
            child = new FactsTree(name, Path.Length == 0 ? name : $"{Path}.{name}");
            byName.Add(name, child);
            children.Add(child);
        }

        return child;
    }
}

/// <summary>The text of one class of facts.</summary>
/// <param name="Summary">What it is about.</param>
/// <param name="Write">Writes its constants.</param>
internal readonly record struct FactsText(string Summary, Action Write);
