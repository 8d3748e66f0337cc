namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>Estimators that are compared.</summary>
internal enum ChargeModelKind
{
    Counting,
    Ekf,
    Ukf,
    Joint,
}
