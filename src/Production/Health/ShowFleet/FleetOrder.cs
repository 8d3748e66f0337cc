namespace Voltloop.Health.ShowFleet;

/// <summary>Order of the fleet.</summary>
internal enum FleetOrder
{
    /// <summary>By identifier.</summary>
    Id = 0,

    /// <summary>Lowest state of health first.</summary>
    StateOfHealth = 1,

    /// <summary>Fastest fade first.</summary>
    Fade = 2,

    /// <summary>Most flagged samples first.</summary>
    Flagged = 3,

    /// <summary>Only those that fade faster than others of their model, the fastest first.</summary>
    ModelFade = 4,
}
