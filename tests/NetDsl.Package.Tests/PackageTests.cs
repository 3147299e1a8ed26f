using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetDsl.Package.Tests.Support;

namespace NetDsl.Package.Tests;

/// <summary>What a stranger makes of the packages: a project from the template, right and wrong.</summary>
public partial class PackageTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    [Fact]
    public void StrangersProject()
    {
        string folder = feed.Folder("My.Stripes");
        string hive = feed.Folder("templates");
        DotnetCommand.Run(folder, "new", "install", Path.Combine(feed.Feed, $"NetDsl.Templates.{Repository.Version}.nupkg"), "--debug:custom-hive", hive).Expect(0);
        DotnetCommand.Run(folder, "new", "netdsl", "--skipRestore", "--debug:custom-hive", hive).Expect(0);

        RightNetworkTrainsInDebug(folder);
        BlocksComeFromAnotherPackage(folder);
        OptingOutOfOptimisationWarns(folder);
        NativeProgramsGetAnInstructionSet(folder);
        CompilersThatStartAnewAreNotInstrumented(folder);
        WrongNetworkFails(folder);
    }

    private static void RightNetworkTrainsInDebug(string folder)
    {
        Assert.Empty(DotnetCommand.Run(folder, "build", "-p:NetDslReport=true").Expect(0).Complaints);
        Assert.True(IsOptimised(folder), "Kernels are not optimised in Debug.");
        Assert.Contains("<h1>StripeNetwork</h1>", File.ReadAllText(Path.Combine(folder, "bin", "Debug", "net10.0", "netdsl", "StripeNetwork.html")), StringComparison.Ordinal);
        string said = DotnetCommand.Run(folder, Program(folder)).Expect(0).Output;
        Assert.Contains("Conv2d 3x3, 12 filters", said, StringComparison.Ordinal);
        Assert.Matches("upright (100|9[0-9])", said);
    }

    private static void BlocksComeFromAnotherPackage(string folder)
    {
        string project = Path.Combine(folder, "My.Stripes.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("\"NetDsl\"", "\"NetDsl.Networks\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Residual.cs"), """
            using NetDsl;
            using NetDsl.Networks;

            [Network, Input(8, 8, 4)]
            [BasicBlock(4), GlobalAvgPool2d, Dense(2), SoftmaxCrossEntropy]
            public sealed partial class Residual;
            """);
        DotnetCommand.Run(folder, "restore").Expect(0);
    }

    private static void OptingOutOfOptimisationWarns(string folder)
    {
        Assert.Equal(["warning NDSL3002"], DotnetCommand.Run(folder, "build", "--no-restore", "-p:NetDslOptimizeKernels=false").Expect(0).Complaints);
        Assert.False(IsOptimised(folder));
    }

    private static void NativeProgramsGetAnInstructionSet(string folder)
    {
        string[] native = ["msbuild", "-getProperty:IlcInstructionSet", "-p:PublishAot=true"];
        Assert.Equal("x86-64-v3", DotnetCommand.Run(folder, [.. native, "-p:RuntimeIdentifier=linux-x64"]).Expect(0).Output.Trim());
        Assert.Equal("", DotnetCommand.Run(folder, [.. native, "-p:RuntimeIdentifier=linux-arm64"]).Expect(0).Output.Trim());
    }

    private static void CompilersThatStartAnewAreNotInstrumented(string folder)
    {
        string[] compiler = ["msbuild", "-getProperty:CscEnvironment"];
        Assert.Equal(";DOTNET_TieredPGO=0", DotnetCommand.Run(folder, compiler).Expect(0).Output.Trim());
        Assert.Equal("", DotnetCommand.Run(folder, [.. compiler, "-p:NetDslQuickCompiler=false"]).Expect(0).Output.Trim());
    }

    private static void WrongNetworkFails(string folder)
    {
        string network = Path.Combine(folder, "StripeNetwork.cs");
        File.WriteAllText(network, File.ReadAllText(network).Replace("Conv2d(3, 3, 12)", "Conv2d(9, 9, 12)", StringComparison.Ordinal));
        DotnetCommand build = DotnetCommand.Run(folder, "build", "--no-restore").Expect(1);
        Assert.Equal(["error NDSL1001"], build.Complaints);
        Assert.Contains("StripeNetwork.cs(8,9): error NDSL1001: Conv2d 9x9 Valid over 6x6 leaves -2 rows", build.Output, StringComparison.Ordinal);
        Assert.Equal(["error NDSL1001"], DotnetCommand.Run(folder, "build", "--no-restore", "-p:RunAnalyzers=false").Expect(1).Complaints);
    }

    private static string Program(string folder) => Path.Combine(folder, "bin", "Debug", "net10.0", "My.Stripes.dll");

    // What the runtime itself goes by.
    private static bool IsOptimised(string folder)
    {
        using var file = new PEReader(File.OpenRead(Program(folder)));
        MetadataReader reader = file.GetMetadataReader();
        byte[] argument = reader.GetAssemblyDefinition().GetCustomAttributes()
            .Select(handle => reader.GetCustomAttribute(handle))
            .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) == nameof(DebuggableAttribute))
            .Select(attribute => reader.GetBlobBytes(attribute.Value))
            .Single();
        var modes = (DebuggableAttribute.DebuggingModes)BitConverter.ToInt32(argument, 2);
        return !modes.HasFlag(DebuggableAttribute.DebuggingModes.DisableOptimizations);
    }
}
