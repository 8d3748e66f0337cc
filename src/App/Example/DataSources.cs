using Voltloop.Web.Shell;

namespace Voltloop.App.Example;

/// <summary>The sources of the data that ship with the program, for the page "About".</summary>
internal static class DataSources
{
    /// <summary>One card per source.</summary>
    public static IReadOnlyList<DataSourceCard> Cards { get; } =
    [
        new("TBSI-Sunwoda battery dataset", "Tao et al., Tsinghua-Berkeley Shenzhen Institute", "MIT",
            "32 NCM811/Gr-SiOx cells of 1.1 Ah, fast-charged at 25, 35, 45 and 55 °C; capacity of every cycle to the end of life (37,368 points).")
        { Url = "https://github.com/terencetaothucb/TBSI-Sunwoda-Battery-Dataset" },
        new("Fast-charging ageing of 124 LFP cells", "Severson et al. 2019; tables by Attia et al. 2021", "MIT AND CC-BY-4.0",
            "124 A123 APR18650M1A cells of 1.1 Ah; discharge capacity of cycles 2 to 100.")
        { Url = "https://doi.org/10.1038/s41560-019-0356-8" },
        new("EC guidance on battery passport data points, v2.0", "European Commission, DG GROW", "CC-BY-4.0",
            "71 data points with their status per battery category, as tables of our own."),
        new("Factory and supply chain of the example", "The Voltloop authors", "Apache-2.0",
            "Generated from a seed: mines, refiners, 20,000 cells and their packs as EPCIS events, with a mixing mine and a drifting coater planted to be found, and what the packs deliver on the road, one discharge a month, made up and not measured. No such site, company or product exists. The measured cells of the sources above appear in it as cells bought in; their measurements are unchanged, and who made them is not said.")
        { Illustrative = true },
        new("Static data of the two example models", "The Voltloop authors", "Apache-2.0",
            "Made up to show what a complete passport looks like. It describes no product on the market.")
        { Illustrative = true },
    ];
}
