namespace Voltloop.Web.Components;

/// <summary>What a colour says. Colour never says it alone: a word always stands beside it.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral = 0,

    /// <summary>Worth knowing.</summary>
    Info = 1,

    /// <summary>As it should be.</summary>
    Good = 2,

    /// <summary>Needs a look.</summary>
    Warn = 3,

    /// <summary>Wrong.</summary>
    Bad = 4,

    /// <summary>Belongs to the product, not to a state.</summary>
    Accent = 5,
}
