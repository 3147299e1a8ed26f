namespace NetDsl.Generator.Model;

/// <summary>A further output of a network, which training adds to the loss and prediction leaves out (Szegedy et al. 2014).</summary>
/// <param name="Name">The given name.</param>
/// <param name="Layer">Index of the layer whose output it is.</param>
/// <param name="LossWeight">Factor on the loss of this head.</param>
internal sealed record Head(string Name, int Layer, double LossWeight);
