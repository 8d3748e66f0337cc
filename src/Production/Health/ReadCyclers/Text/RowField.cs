using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>A field that is wanted from every row.</summary>
/// <param name="Column">Where it stands and what it is.</param>
/// <param name="Kind">How it is written.</param>
internal sealed record RowField(MeasuredColumn Column, FieldKind Kind);
