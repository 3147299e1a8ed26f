namespace NetDsl;

/// <summary>
/// The loss of a classifier whose outputs are distances, such as <see cref="RbfAttribute"/>: the mean of
/// y[label] + log(exp(-j) + sum of exp(-y[i])), where j is the penalty of a class for rubbish (LeCun et al. 1998,
/// "Gradient-Based Learning Applied to Document Recognition", equation 9). It pulls the distance of the right class down and
/// pushes the others up, but not those that are far beyond j. Stands last; Predict gives probabilities, exp(-y) over their sum,
/// so that the largest names the class.
/// </summary>
public sealed class MaximumAPosterioriAttribute : LayerAttribute
{
    /// <summary>The penalty j of the class for rubbish, above 0. Default: 0.1.</summary>
    public double RubbishPenalty { get; set; } = 0.1;
}
