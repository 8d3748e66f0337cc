namespace Voltloop.Health.BenchmarkMethods.PulseBat;

/// <summary>Figures that scikit-learn reaches on the same files in five folds by cell: root mean square in points, then mean relative error in %, then share of right terciles.</summary>
/// <param name="Unknown">Ridge, state of charge unknown.</param>
/// <param name="Known">Extra trees, state of charge known.</param>
internal sealed record PulseBaseline((double Rmse, double Mape, double Grades) Unknown, (double Rmse, double Mape, double Grades) Known);
