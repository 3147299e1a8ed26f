using System.Text;
using System.Xml.Linq;
using NetDsl.Package.Tests.Support;

namespace NetDsl.Package.Tests;

/// <summary>What is in the packages.</summary>
public partial class PackageTests
{
    [Fact]
    public void LibrariesExtensionsAndSettings() => Assert.Equal(
        [
            "LICENSE", "NetDsl.nuspec", "README.md",
            "analyzers/dotnet/cs/NetDsl.Analyzers.dll", "analyzers/dotnet/cs/NetDsl.CodeFixes.dll", "analyzers/dotnet/cs/NetDsl.Dsl.dll", "analyzers/dotnet/cs/NetDsl.Generator.dll",
            "buildTransitive/NetDsl.props", "buildTransitive/NetDsl.targets", "buildTransitive/Padding.cs", "icon.png",
            "lib/net10.0/NetDsl.Dsl.dll", "lib/net10.0/NetDsl.Dsl.xml", "lib/net10.0/NetDsl.Runtime.dll", "lib/net10.0/NetDsl.Runtime.xml",
            "lib/netstandard2.0/NetDsl.Dsl.dll", "lib/netstandard2.0/NetDsl.Dsl.xml", "tasks/netstandard2.0/NetDsl.Report.dll",
        ],
        feed.Files("NetDsl.*.nupkg"));

    [Fact]
    public void BlocksOfTheClassicNetworks() => Assert.Equal(
        ["LICENSE", "NetDsl.Networks.nuspec", "README.md", "icon.png", "lib/netstandard2.0/NetDsl.Networks.dll", "lib/netstandard2.0/NetDsl.Networks.xml"],
        feed.Files("NetDsl.Networks.*.nupkg"));

    [Fact]
    public void SymbolsOfEveryAssembly() => Assert.Equal(
        feed.Files("NetDsl.*.nupkg").Concat(feed.Files("NetDsl.Networks.*.nupkg"))
            .Where(file => file.EndsWith(".dll", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct().Order(StringComparer.Ordinal),
        feed.Files("NetDsl.*.snupkg").Concat(feed.Files("NetDsl.Networks.*.snupkg"))
            .Where(file => file.EndsWith(".pdb", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void SymbolsLinkToTheirSources()
    {
        string symbols = Encoding.UTF8.GetString(feed.Read("NetDsl.*.snupkg", "lib/net10.0/NetDsl.Runtime.pdb"));
        Assert.Contains("https://raw.githubusercontent.com/netdsl/netdsl/", symbols, StringComparison.Ordinal);
    }

    [Fact]
    public void DependenciesAreThoseOfTheRuntime()
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "Runtime", "NetDsl.Runtime.csproj"));
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);
        XDocument nuspec = XDocument.Parse(Encoding.UTF8.GetString(feed.Read("NetDsl.*.nupkg", "NetDsl.nuspec")).TrimStart('\uFEFF'));
        Assert.Equal(
            project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).Select(id => (id, versions[id])).Order(),
            nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)).Order());
    }
}
