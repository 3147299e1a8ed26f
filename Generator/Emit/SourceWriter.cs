using System.Text;

namespace NetDsl.Generator.Emit;

/// <summary>Builds C# text line by line, with indentation and line feeds that no platform changes.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Whether the bodies of methods say that their arithmetic is not checked, as a project that checks by default needs.</summary>
    public bool SaysUnchecked { get; init; }

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
        return this;
    }

    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Writes a header and a body in braces.</summary>
    public SourceWriter Block(string header, Action body)
    {
        Line(header).Line("{");
        return Indented(body).Line("}");
    }

    /// <summary>Writes a method whose arithmetic is not checked, whatever the project's default.</summary>
    public SourceWriter Method(string header, Action body) => Block(header, SaysUnchecked ? () => Block("unchecked", body) : body);

    /// <summary>Writes nested loops that share one body, as one indents a loop over rows and columns.</summary>
    public SourceWriter Loops(IEnumerable<string> headers, Action body)
    {
        string[] all = headers.Where(header => header.Length > 0).ToArray();
        if (all.Length == 0)
        {
            body();
            return this;
        }

        Lines(all).Line("{");
        return Indented(body).Line("}");
    }

    public SourceWriter Indented(Action body)
    {
        depth++;
        body();
        depth--;
        return this;
    }

    public override string ToString() => text.ToString();
}
