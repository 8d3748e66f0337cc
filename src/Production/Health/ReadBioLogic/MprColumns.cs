namespace Voltloop.Health.ReadBioLogic;

/// <summary>
/// Columns of binary BioLogic files by number, with their widths, as publicly described (discussions of the open readers)
/// and checked here by the size of the records of real files. A number that is not listed makes the file unreadable, since
/// nobody knows how wide it is.
/// </summary>
internal static class MprColumns
{
    private static readonly Dictionary<int, MprColumn> Known = Build();

    /// <summary>The column of a number; <c>null</c> when it is unknown.</summary>
    public static MprColumn? Find(int number) => Known.GetValueOrDefault(number);

    private static Dictionary<int, MprColumn> Build()
    {
        var known = new Dictionary<int, MprColumn>();
        Add(known, MprKind.Flag, (1, "mode"), (2, "ox/red"), (3, "error"), (21, "control changes"), (31, "Ns changes"), (65, "counter inc."));
        Add(known, MprKind.Whole16, (39, "I Range"), (131, "Ns"));
        Add(known, MprKind.Whole32, (468, "half cycle"));
        Add(known, MprKind.Double, (4, "time/s"), (7, "dQ/mA.h"), (11, "I/mA"), (13, "(Q-Qo)/mA.h"), (24, "cycle number"), (74, "Energy/W.h"),
            (123, "Energy charge/W.h"), (124, "Energy discharge/W.h"), (125, "Capacitance charge/µF"), (126, "Capacitance discharge/µF"),
            (467, "Q charge/discharge/mA.h"));
        Add(known, MprKind.Single, (5, "control/V/mA"), (6, "Ewe/V"), (8, "I/mA"), (9, "Ece/V"), (16, "Analog IN 1/V"), (19, "control/V"), (20, "control/mA"),
            (32, "freq/Hz"), (33, "|Ewe|/V"), (34, "|I|/A"), (35, "Phase(Z)/deg"), (36, "|Z|/Ohm"), (37, "Re(Z)/Ohm"), (38, "-Im(Z)/Ohm"),
            (70, "P/W"), (76, "I/mA"), (77, "Ewe/V"), (96, "|Ece|/V"), (98, "Phase(Zce)/deg"), (99, "|Zce|/Ohm"), (100, "Re(Zce)/Ohm"), (101, "-Im(Zce)/Ohm"),
            (169, "Cs/µF"), (172, "Cp/µF"), (430, "Phase(Zwe-ce)/deg"), (431, "|Zwe-ce|/Ohm"), (432, "Re(Zwe-ce)/Ohm"), (433, "-Im(Zwe-ce)/Ohm"),
            (434, "(Q-Qo)/C"), (435, "dQ/C"), (469, "Capacitance/µF"), (471, "<Ece>/V"));
        return known;
    }

    private static void Add(Dictionary<int, MprColumn> known, MprKind kind, params (int Number, string Name)[] columns)
    {
        foreach (var (number, name) in columns)
        {
            known[number] = new MprColumn(name, kind);
        }
    }
}
