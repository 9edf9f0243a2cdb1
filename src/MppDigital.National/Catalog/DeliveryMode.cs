namespace MppDigital.National.Catalog;

public enum DeliveryMode
{
    /// <summary>Applied for, decided and issued here.</summary>
    FullDigital,

    /// <summary>As full digital, with one visit.</summary>
    Hybrid,

    /// <summary>Queue and booking only.</summary>
    CounterOnly,

    /// <summary>Another system decides; we help, pass data on and keep the status.</summary>
    Handoff,
}
