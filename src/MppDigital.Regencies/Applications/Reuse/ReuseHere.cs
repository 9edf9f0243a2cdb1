using MppDigital.National.Residents.Consents;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>What the vault of one person means for one form in this regency.</summary>
/// <param name="Consent">In force; null when the person has not agreed, or has revoked it.</param>
/// <param name="Offers">Held, and not used before the person agrees.</param>
/// <param name="Papers">By requirement: a paper in the wallet that the person allowed to be used.</param>
public sealed record ReuseHere(ConsentMark? Consent, IReadOnlyList<ReuseOffer> Offers, IReadOnlyDictionary<string, ConsentItem> Papers)
{
    public static ReuseHere None { get; } = new(null, [], new Dictionary<string, ConsentItem>());

    /// <summary>What is used without consent, with the law that says so.</summary>
    public IReadOnlyList<ReuseDuty> Duties { get; init; } = [];
}

/// <param name="Need">The question or paper of this form that it answers.</param>
public sealed record ReuseOffer(ConsentItem Item, Wording Need);

/// <param name="Law">As the definition states it.</param>
public sealed record ReuseDuty(ConsentItem Item, Wording Need, Wording Law);
