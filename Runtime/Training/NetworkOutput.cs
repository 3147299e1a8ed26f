using System.Globalization;

namespace NetDsl;

/// <summary>The file that a network is saved to after every epoch.</summary>
internal sealed class NetworkOutput(string pattern)
{
    /// <summary>Finds out before the first epoch whether the file can be written, and makes missing folders.</summary>
    public void CheckWritable()
    {
        string path = PathOf(1);
        AtomicFile.CreateFolder(path);
        AtomicFile.CheckWritable(path);
    }

    public void Save<TNetwork>(TNetwork network, int epoch)
        where TNetwork : class, INetwork<TNetwork> => network.Save(PathOf(epoch));

    private string PathOf(int epoch) =>
        pattern.Replace("{epoch}", epoch.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
