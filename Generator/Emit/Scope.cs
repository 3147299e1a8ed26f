using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>The namespace and the enclosing types around a network, and the helper types beside it.</summary>
internal static class Scope
{
    /// <param name="writer">Where to.</param>
    /// <param name="model">The network.</param>
    /// <param name="namespaces">Namespaces that the text uses.</param>
    /// <param name="network">Writes the network's class, inside the enclosing types.</param>
    /// <param name="beside">Writes file-local types, in the namespace.</param>
    public static void Write(SourceWriter writer, NetworkModel model, string[] namespaces, Action network, Action beside)
    {
        void Body()
        {
            // Inside the namespace, so that they win over a type of that name in an outer one.
            writer.Lines(namespaces.Select(name => $"using {name};"));
            if (namespaces.Length > 0)
            {
                writer.Line();
            }

            Nested(writer, model.ContainingTypes, 0, network);
            beside();
        }

        if (model.Namespace.Length == 0)
        {
            Body();
        }
        else
        {
            writer.Block($"namespace {model.Namespace}", Body);
        }
    }

    private static void Nested(SourceWriter writer, EquatableArray<string> headers, int depth, Action network)
    {
        if (depth == headers.Count)
        {
            network();
            return;
        }

        writer.Block(headers[depth], () => Nested(writer, headers, depth + 1, network));
        writer.Line();
    }
}
