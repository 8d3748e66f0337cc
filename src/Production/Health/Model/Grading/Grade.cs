namespace Voltloop.Health.Model.Grading;

/// <summary>What a retired cell is good for.</summary>
internal enum Grade
{
    /// <summary>Demanding second use.</summary>
    A = 0,

    /// <summary>Modest second use.</summary>
    B = 1,

    /// <summary>Recycling.</summary>
    C = 2,
}
