using System.IO.Compression;

namespace NetDsl.Package.Tests.Support;

/// <summary>The packages of the built solution in a folder feed, and a place for a stranger's projects that knows this feed alone.</summary>
public sealed class PackedFeed : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("netdsl-feed-");

    public PackedFeed()
    {
        foreach (string project in new[] { "Packaging", "Networks", "Templates" })
        {
            DotnetCommand.Run(Path.Combine(Repository.Root, project), "pack", "-c", Repository.Configuration, "--no-build", "-o", Feed).Expect(0);
        }

        // What the packages depend on was restored when the solution was built; no network is asked.
        string restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(home.FullName, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="packed" value="feed" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Feed => Path.Combine(home.FullName, "feed");

    /// <summary>A folder for a project, which sees the feed and nothing of the repository.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(home.FullName, name)).FullName;

    /// <summary>The files of a package, those of the container format itself left out.</summary>
    public IReadOnlyList<string> Files(string package)
    {
        using ZipArchive archive = Open(package);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name[0] != '[')
            .Order(StringComparer.Ordinal)];
    }

    public byte[] Read(string package, string file)
    {
        using ZipArchive archive = Open(package);
        using Stream stream = archive.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => home.Delete(recursive: true);

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Feed, package.Replace("*", Repository.Version, StringComparison.Ordinal)));
}
