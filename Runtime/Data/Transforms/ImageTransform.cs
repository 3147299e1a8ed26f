namespace NetDsl;

/// <summary>
/// One step on the way from a data set's sample to a network's input, which may depend on chance. A user's own step derives from this class
/// and draws from the numbers that it is given alone: then results depend on seed, epoch and sample, never on threads.
/// </summary>
public abstract class ImageTransform
{
    /// <summary>What the step makes of pictures of a shape.</summary>
    /// <param name="input">The shape of what it gets.</param>
    /// <exception cref="ArgumentException">The step cannot take such pictures.</exception>
    public virtual SampleShape OutputShape(SampleShape input) => input;

    /// <summary>Changes a sample.</summary>
    /// <param name="sample">The sample, of the shape that <see cref="OutputShape"/> was asked about.</param>
    /// <param name="random">The numbers of this sample in this epoch.</param>
    public abstract void Apply(SampleBuffer sample, SampleRandom random);
}
