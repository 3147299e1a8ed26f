using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>The namespace and the enclosing types around a network, and the helper types that no name of the user's reaches.</summary>
internal static class Scope
{
    /// <summary>Writes the network's class where the user declared it.</summary>
    public static void Write(SourceWriter writer, NetworkModel model, Action network)
    {
        if (model.Namespace.Length == 0)
        {
            Nested(writer, model.ContainingTypes, 0, network);
        }
        else
        {
            writer.Block($"namespace {model.Namespace}", () => Nested(writer, model.ContainingTypes, 0, network));
        }
    }

    /// <summary>
    /// Writes file-local types into the namespace of the kernels: beside the network its own neighbours would hide ours, such as a
    /// class Worker, or a namespace that ends in NetDsl.
    /// </summary>
    public static void WriteHelpers(SourceWriter writer, Action helpers) => writer.Block($"namespace {KernelSource.Namespace}", () =>
    {
        writer.Line("using global::NetDsl.Runtime;");
        writer.Line();
        helpers();
    });

    private static void Nested(SourceWriter writer, EquatableArray<string> headers, int depth, Action network)
    {
        if (depth == headers.Count)
        {
            network();
            return;
        }

        writer.Block(headers[depth], () => Nested(writer, headers, depth + 1, network));
    }
}
