namespace NetDsl;

/// <summary>What must hold before a training begins.</summary>
internal static class DatasetChecks
{
    public static void Fits<TNetwork>(ILabeledDataset dataset, string role)
        where TNetwork : class, INetwork<TNetwork>
    {
        SamplesFit<TNetwork>(dataset, role);
        if (dataset.Classes > TNetwork.OutputLength)
        {
            throw new ArgumentException($"The {role} samples have {SampleGeometry.Text(dataset.Classes)} classes; "
                + $"{typeof(TNetwork).Name} tells {SampleGeometry.Text(TNetwork.OutputLength)} apart");
        }
    }

    public static void Fits<TNetwork>(ITargetDataset dataset, string role)
        where TNetwork : class, INetwork<TNetwork>
    {
        SamplesFit<TNetwork>(dataset, role);
        if (dataset.TargetLength != TNetwork.OutputLength)
        {
            throw new ArgumentException($"The {role} targets have {SampleGeometry.Text(dataset.TargetLength)} values each; "
                + $"{typeof(TNetwork).Name} has {SampleGeometry.Text(TNetwork.OutputLength)} outputs");
        }
    }

    public static void AtLeast(int least, int value, string what)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(null, $"{what} is {SampleGeometry.Text(value)}; it must be at least {least}");
        }
    }

    private static void SamplesFit<TNetwork>(ISampleSource samples, string role)
        where TNetwork : class, INetwork<TNetwork>
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException($"There are no {role} samples; at least one is needed");
        }

        if (samples.SampleLength != TNetwork.InputLength)
        {
            string shape = samples is LabeledSamples { Height: > 1 } images
                ? $" ({SampleGeometry.Shape(images.Height, images.Width, images.Channels)})"
                : "";
            throw new ArgumentException($"The {role} samples have {SampleGeometry.Text(samples.SampleLength)} values each{shape}; "
                + $"{typeof(TNetwork).Name} expects {SampleGeometry.Text(TNetwork.InputLength)}");
        }
    }
}
