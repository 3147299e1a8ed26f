using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator;

namespace NetDsl.Testing.Harness;

/// <summary>Runs the generator over source text. All members may be called from several threads.</summary>
public static class GeneratorHarness
{
    /// <summary>Generates; <see cref="GeneratorRun.Load"/> compiles the result.</summary>
    public static GeneratorRun Run(string source, HarnessOptions? options = null)
    {
        HarnessOptions setUp = options ?? HarnessOptions.Default;
        return Run(ProjectCompiler.Compile(setUp, source), setUp);
    }

    public static GeneratorRun Run(CSharpCompilation compilation, HarnessOptions options) =>
        InCulture(options.Culture, () => new GeneratorRun(compilation, Driver(options).RunGenerators(compilation), options));

    /// <summary>A fresh driver that tracks its steps.</summary>
    public static GeneratorDriver Driver(HarnessOptions options) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: ProjectCompiler.ParseOptions(options),
        optionsProvider: new BuildPropertyOptions(options.BuildProperties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static T InCulture<T>(CultureInfo? culture, Func<T> run)
    {
        if (culture is null)
        {
            return run();
        }

        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
