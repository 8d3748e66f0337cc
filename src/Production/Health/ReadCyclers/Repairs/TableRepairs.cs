namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>All repairs, in the order in which each can rely on the ones before.</summary>
internal static class TableRepairs
{
    private static readonly Func<CyclerTable, CyclerTable>[] All =
        [CountRepair.Apply, SensorRepair.Apply, TimeRepair.Apply, RowRepair.Apply, SignRepair.Apply, ScopeRepair.Apply];

    /// <summary>The table after all repairs, with the report filled.</summary>
    public static CyclerTable Apply(CyclerTable table) => All.Aggregate(table, (repaired, repair) => repair(repaired));
}
