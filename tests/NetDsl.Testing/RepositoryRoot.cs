namespace NetDsl.Testing;

/// <summary>The folder of the solution, for tests that look at the repository's own files.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NetDsl.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No NetDsl.sln above the tests");
    }
}
