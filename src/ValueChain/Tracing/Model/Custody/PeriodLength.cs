namespace Voltloop.Tracing.Model.Custody;

/// <summary>How long a period of a ledger is.</summary>
internal enum PeriodLength
{
    /// <summary>Calendar month.</summary>
    Month = 0,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>Calendar year.</summary>
    Year,
}
