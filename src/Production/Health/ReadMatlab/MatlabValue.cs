namespace Voltloop.Health.ReadMatlab;

/// <summary>A value of a MATLAB file. Elements are in column-major order, as MATLAB stores them.</summary>
/// <param name="Dimensions">Rows, columns and further dimensions; at least two.</param>
internal abstract record MatlabValue(IReadOnlyList<int> Dimensions)
{
    /// <summary>A field of a structure, one array after another: <c>meas.Voltage</c>.</summary>
    /// <exception cref="Core.Problems.ProblemException">There is none.</exception>
    public virtual MatlabValue Field(string name) => throw new Core.Problems.ProblemException(
        MatlabProblems.FieldMissing, $"There is no field \"{name}\": the value is no structure.");

    /// <summary>The numbers of a numeric array.</summary>
    /// <exception cref="Core.Problems.ProblemException">The value is of another kind.</exception>
    public virtual double[] Numbers => throw new Core.Problems.ProblemException(
        MatlabProblems.FieldMissing, "The value is no array of numbers.");
}
