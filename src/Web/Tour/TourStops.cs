using System.Globalization;

namespace Voltloop.Web.Tour;

/// <summary>The ten stops of the guided tour, as data. Everything they show is found in the record.</summary>
public static class TourStops
{
    /// <summary>Query parameter that says at which stop a visitor is.</summary>
    public const string Parameter = "tour";

    /// <summary>Cookie that remembers the last stop until the browser is closed or the tour is left, so that a link beside the way leads back.</summary>
    public const string Cookie = "voltloop-tour";

    /// <summary>Address that ends the tour.</summary>
    public const string End = "/tour/end";

    /// <summary>All stops in their order.</summary>
    public static IReadOnlyList<TourStop> All { get; } =
    [
        new(1, "A mine whose books do not add up", "Lots leave this mine that it never dug. Look at “What does not fit”: each finding says how much too much left, in which month, and which events prove it.", "/balance?site={mine}") { Picture = "mine" },
        new(2, "From a pack back to the ore", "This pack is made of modules, cells, electrode rolls and powder. Follow the bands to the left, or open the tree: every step is an event with a time and a place.", "/trace?direction=up&id={pack}") { Picture = "origin" },
        new(3, "A coater drifts", "Three of its signals move together. The charts that watch all signals at once go out that hour, months before any pack is on the road. A repair ends it and opens a new phase.", "/quality/monitor?day={day}&method=t2&method=pca&method=mewma&budget=1&machine={machine}") { Picture = "drift" },
        new(4, "A pack ages too fast", "Capacity month by month, with an interval around the state of health. It fades well ahead of others of its model.", "/health/cell?id={pack}") { Picture = "ageing" },
        new(5, "Back to the cause", "Only the poor packs are given. Their genealogy is compared with that of the others; the machine and the hour that they share comes first. When too few packs are poor, the page says so.", "/quality/cause?bad=ageing") { Picture = "cause", Anchor = "causes" },
        new(6, "What else was touched", "That machine in that hour: the stretch of coil, the cells cut from it, and every pack that holds one, with its place and holder. This is the list to call back.", "/recall?from={from}&before={before}&machine={machine}") { Picture = "recall" },
        new(7, "The passport, reader by reader", "Choose an audience beside “See as” above and watch rows appear and go: the public, those with a legitimate interest, authorities, the operator. Choose “operator” again before you go on.", "/things/{pack}") { Picture = "passport", Anchor = "passport" },
        new(8, "The same passport on an earlier day", "The day before the pack went into service. What happened later is not there: nothing is overwritten, so any day can be read again.", "/things/{pack}?validAt={earlier}") { Picture = "earlier", Anchor = "passport" },
        new(9, "Why a number can be believed", "One figure: who claimed it, by which method, from which data, and when. The log proves that nothing was changed; a saved passport is checked offline at Verify.", "/things/statement?thing={pack}&term=stateOfHealth") { Picture = "proof" },
        new(10, "A pack comes back and is graded", "Twelve cells that a laboratory measured sit in this pack, in series, so it gives what the weakest of them gives. Look at Second life: a grade at the least expected cost, held until the routine checks have evidence, which you can add there.", "/health/cell?id={returned}") { Picture = "grade", Anchor = "second-life" },
    ];

    /// <summary>The address that leads to a stop.</summary>
    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"/tour/{number}");
}
