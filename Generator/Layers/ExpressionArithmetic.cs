using System.Globalization;

namespace NetDsl.Generator.Layers;

/// <summary>The operators of constant expressions; whole numbers stay whole, as in C#.</summary>
internal static class ExpressionArithmetic
{
    public static Evaluation Negate(Evaluation operand) => Apply('-', Evaluation.Of(0L), operand);

    public static Evaluation Apply(char sign, Evaluation left, Evaluation right)
    {
        if (left.Error is not null || right.Error is not null)
        {
            return left.Error is not null ? left : right;
        }

        if (left.Value is not (long or double) || right.Value is not (long or double))
        {
            object wrong = left.Value is long or double ? right.Value! : left.Value!;
            return Evaluation.Failed($"{ConstantExpression.Show(wrong)} is not a number");
        }

        if (sign is '/' or '%' && ToDouble(right.Value) == 0)
        {
            return Evaluation.Failed("division by zero");
        }

        return left.Value is long first && right.Value is long second
            ? Whole(sign, first, second)
            : Real(sign, ToDouble(left.Value), ToDouble(right.Value));
    }

    private static Evaluation Whole(char sign, long left, long right)
    {
        try
        {
            return Evaluation.Of(checked(sign switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => left / right,
                _ => right == -1 ? 0 : left % right,
            }));
        }
        catch (OverflowException)
        {
            return Evaluation.Failed("overflow of a long");
        }
    }

    private static Evaluation Real(char sign, double left, double right)
    {
        double result = sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => left / right,
            _ => left % right,
        };
        return double.IsNaN(result) || double.IsInfinity(result) ? Evaluation.Failed("overflow of a double") : Evaluation.Of(result);
    }

    private static double ToDouble(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
