namespace Voltloop.Kernels.ControlCharts;

/// <summary>Rules that call a point out of control. 1 to 8 after Nelson (Journal of Quality Technology 16, 1984); the Western Electric handbook (1956) has 1, 5, 6 and eight on one side.</summary>
[Flags]
public enum RunRules
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Nelson 1: beyond a limit.</summary>
    Beyond = 1,

    /// <summary>Nelson 2: nine in a row on one side of the centre line.</summary>
    SameSide9 = 2,

    /// <summary>Nelson 3: six in a row that rise or fall.</summary>
    Trend6 = 4,

    /// <summary>Nelson 4: fourteen in a row that go up and down in turn.</summary>
    Alternating14 = 8,

    /// <summary>Nelson 5: two of three beyond two standard deviations on one side.</summary>
    TwoOfThree = 16,

    /// <summary>Nelson 6: four of five beyond one standard deviation on one side.</summary>
    FourOfFive = 32,

    /// <summary>Nelson 7: fifteen in a row within one standard deviation.</summary>
    Within15 = 64,

    /// <summary>Nelson 8: eight in a row outside one standard deviation, on both sides.</summary>
    Outside8 = 128,

    /// <summary>Western Electric 4: eight in a row on one side of the centre line.</summary>
    SameSide8 = 256,

    /// <summary>All eight after Nelson.</summary>
    Nelson = Beyond | SameSide9 | Trend6 | Alternating14 | TwoOfThree | FourOfFive | Within15 | Outside8,

    /// <summary>The four of Western Electric.</summary>
    WesternElectric = Beyond | TwoOfThree | FourOfFive | SameSide8,

    /// <summary>Rules that compare neighbours: zones do not tell them.</summary>
    OfNeighbours = Trend6 | Alternating14,
}
