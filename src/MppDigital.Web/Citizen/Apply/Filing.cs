using System.Text.Json;
using MppDigital.Regencies.Applications;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>
/// What was reviewed, sealed into the page: exactly this is filed, and sending it twice files it once, even when the first answer never arrived
/// and the draft is gone.
/// </summary>
internal sealed record Filing(string Sub, string Key, string Service, Guid Draft, JsonElement Data, IReadOnlyList<GivenDocument> Documents)
{
    public const string Purpose = "filing";

    public static readonly TimeSpan Life = TimeSpan.FromHours(20);
}

/// <summary>What the receipt page shows, once.</summary>
internal sealed record IssuedReceipt(string Number, string Secret, string ServiceName, DateTimeOffset At, DateOnly? DueOn, bool Complete)
{
    /// <summary>The applications under the number of a life event; empty for a single one.</summary>
    public IReadOnlyList<IssuedPart> Parts { get; init; } = [];

    public const string Cookie = "mpp-tanda-terima";

    public const string Path = "/permohonan";

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
}

internal sealed record IssuedPart(string Number, string Name);
