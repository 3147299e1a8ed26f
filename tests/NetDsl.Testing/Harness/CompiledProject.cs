using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NetDsl.Testing.Harness;

/// <summary>A user's project, compiled and loaded; it is unloaded once nothing holds it.</summary>
public sealed class CompiledProject
{
    private readonly Assembly assembly;

    private CompiledProject(Assembly assembly) => this.assembly = assembly;

    public static CompiledProject Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            IEnumerable<Diagnostic> errors = emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException("The generated code does not compile:\n" + string.Join("\n", errors.Take(10)));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return new CompiledProject(context.LoadFromStream(image));
    }

    /// <summary>A network with fresh parameters.</summary>
    /// <param name="fullName">Namespace and class.</param>
    /// <param name="seed">Seed of the parameters.</param>
    public CompiledNetwork Network(string fullName, int seed = 0) => CompiledNetwork.Create(Type(fullName), seed);

    public Type Type(string fullName) => assembly.GetType(fullName, throwOnError: true)!;
}
