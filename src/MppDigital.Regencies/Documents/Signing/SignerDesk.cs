using MppDigital.Connectors;
using MppDigital.Connectors.Bsre;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>Asks how a signer stands and judges the answer; what is not this official's, or leads nowhere, signs nothing here.</summary>
internal sealed class SignerDesk(BsreClient bsre, SignerTrust trust, TimeProvider clock)
{
    /// <summary>How the authority says that they stand, good or bad; a problem where it said nothing, or spoke of somebody else.</summary>
    public async Task<Outcome<SignerStanding>> AskAsync(StaffMember staff, string nik, CancellationToken ct) => await bsre.StatusAsync(nik, ct) switch
    {
        Lookup<SignerStanding>.Found { Data: var standing } => IsOf(staff, standing) ? standing : SigningProblems.SomebodyElse,
        Lookup<SignerStanding>.NotFound => SigningProblems.NobodyThere,
        _ => SigningProblems.Away,
    };

    /// <returns>Null where it may sign now.</returns>
    public Problem? Refusal(SignerStanding standing) => standing.Standing != CertificateStanding.Valid
        ? SigningProblems.NotUsable(standing.Standing)
        : trust.FaultOf(standing.Chain, clock.GetUtcNow().UtcDateTime) is { } fault ? SigningProblems.Faulty(fault) : null;

    private static bool IsOf(StaffMember staff, SignerStanding standing) =>
        PlainName(standing.Certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false)) == PlainName(staff.Name);

    /// <summary>Without degrees and titles, which one side writes and the other does not: <c>dr. Rina Marlina, M.Kes.</c> is RINA MARLINA.</summary>
    internal static string PlainName(string name) =>
        string.Join(' ', name.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('.', StringComparison.Ordinal))).ToUpperInvariant();
}
