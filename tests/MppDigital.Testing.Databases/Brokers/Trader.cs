namespace MppDigital.Testing.Databases.Brokers;

/// <summary>How a generated broker works. The careful ones leave little behind and are counted apart.</summary>
public enum Trade
{
    /// <summary>Everybody but a broker.</summary>
    Honest,

    /// <summary>One telephone in all accounts, several browsers.</summary>
    OneTelephone,

    /// <summary>Takes times under the names of helpers and hands them over for money, from a few browsers.</summary>
    Stock,

    /// <summary>Mandates that are given, used once and ended.</summary>
    Mandates,

    /// <summary>Few people, and always the same officer.</summary>
    Insider,

    /// <summary>Own accounts, own telephones, no cookie kept, mobile networks; lets time pass before the place is taken again.</summary>
    Careful,

    /// <summary>The same from one office: the address stays, and the place is taken within minutes.</summary>
    CarefulOffice,
}

/// <summary>Where one person's act comes from, as the product keeps it.</summary>
internal sealed record Origin(string Nik, string Phone, string Device, string Address, string Network)
{
    public string Proxy { get; init; } = "";
}
