using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Bsre;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>Signs documents of one's own queue, one or many. Each is stored by itself: what one refuses does not hold up the others, and sending the same again signs what is left.</summary>
/// <param name="Passphrase">Goes to the authority with this call; kept and logged nowhere.</param>
public sealed record SignDocuments(StaffMember Staff, IReadOnlyList<Guid> Documents, string Passphrase)
{
    public override string ToString() => "documents to sign";
}

/// <param name="Problem">Null when it is signed and issued.</param>
public sealed record SignedDocument(Guid Id, string Number, Problem? Problem);

internal sealed class SignDocumentsHandler(IDbContextFactory<RegencyDbContext> contexts, SigningQueue queue, SignerDesk desk, BsreClient bsre, SignedStore store, RegencySecrets secrets, TimeProvider clock) : IUseCase<SignDocuments, IReadOnlyList<SignedDocument>>
{
    private const int LongestPassphrase = 200;

    public async Task<Outcome<IReadOnlyList<SignedDocument>>> HandleAsync(SignDocuments input, CancellationToken ct)
    {
        if (input.Documents.Count is 0 or > BsreClient.MostHashes || input.Documents.Distinct().Count() != input.Documents.Count)
            return SigningProblems.Field("/documents", $"Pilih 1 sampai {BsreClient.MostHashes} dokumen, masing-masing sekali.", $"Choose 1 to {BsreClient.MostHashes} documents, each once.");
        if (input.Passphrase.Length is 0 or > LongestPassphrase || !UnicodeText.IsPlain(input.Passphrase))
            return SigningProblems.Field("/passphrase", $"Tulis frasa sandi sertifikat Anda, paling panjang {LongestPassphrase} tanda.", $"Write your certificate's passphrase, at most {LongestPassphrase} signs.");

        var (orders, certificate) = await LoadAsync(input, ct);
        if (orders.Count != input.Documents.Count) return SigningProblems.UnknownDocument;
        if (!input.Staff.HasFreshFactor) return StepUp.Required;
        var waiting = orders.Where(o => o.WaitingSince is not null).ToList();
        if (waiting.Count == 0) return Answer(orders, []);
        if (certificate is null) return SigningProblems.NotEnrolled;
        if (certificate.PausedUntil - clock.GetUtcNow().UtcDateTime is { } left && left > TimeSpan.Zero) return SigningProblems.Paused(left);

        var nik = secrets.OpenNik(certificate.Nik);
        var standing = await desk.AskAsync(input.Staff, nik, ct);
        if (!standing.Succeeded) return await MissAsync(waiting, standing.Problem, ct);
        var refusal = desk.Refusal(standing.Value);
        // Written down before the key is used: a try that nobody counted would be one too many, and so would two at once.
        if (!await CountAsync(input.Staff, c =>
        {
            EnrolSignerHandler.Write(c, input.Staff, c.Nik, standing.Value, clock.GetUtcNow().UtcDateTime);
            if (refusal is null) c.BeginTry();
        }, ct)) return SigningProblems.Busy;
        return refusal ?? await SignAsync(input, orders, waiting, nik, standing.Value, ct);
    }

    private async Task<Outcome<IReadOnlyList<SignedDocument>>> SignAsync(SignDocuments input, List<SignatureOrder> orders, List<SignatureOrder> waiting, string nik, SignerStanding standing, CancellationToken ct)
    {
        var papers = await store.LayAsync(waiting, standing.Chain, ct);
        var answer = await bsre.SignAsync(nik, input.Passphrase, [.. papers.Select(p => new HashToSign(p.Id.ToString("N"), p.Cades.Hash))], ct);
        if (answer is not Lookup<HashSigning>.Found { Data: var signing })
        {
            await CountAsync(input.Staff, c => c.ForgetTry(), ct);
            return await MissAsync(waiting, SigningProblems.Away, ct);
        }

        if (signing is HashSigning.WrongPassphrase)
        {
            await CountAsync(input.Staff, c => c.MissPassphrase(clock.GetUtcNow().UtcDateTime), ct);
            return SigningProblems.WrongPassphrase;
        }

        await CountAsync(input.Staff, c => c.ShowPassphrase(), ct);
        if (signing is not HashSigning.Made { Signatures: var made }) return await MissAsync(waiting, SigningProblems.NotUsable(CertificateStanding.Suspended), ct);

        var problems = new Dictionary<Guid, Problem>();
        foreach (var paper in papers)
        {
            if (made.GetValueOrDefault(paper.Id.ToString("N")) is { } signature && paper.Cades.With(signature) is { } envelope) await store.StoreAsync(paper, envelope, input.Staff, ct);
            else problems[paper.Id] = SigningProblems.NotSigned;
        }

        await MissAsync(waiting.Where(o => problems.ContainsKey(o.Id)), SigningProblems.NotSigned, ct);
        return Answer(orders, problems);
    }

    private async Task<(List<SignatureOrder> Orders, SignerCertificate? Certificate)> LoadAsync(SignDocuments input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sub = input.Staff.Sub;
        var orders = await queue.ReadAsync(db, input.Staff, input.Documents, BsreClient.MostHashes, ct);
        // On paper it is theirs from here on; in the database with the signature.
        foreach (var order in orders.Where(o => o.SignerSub != sub)) order.TakeOver(DocumentDesk.SignatureOf(input.Staff));
        return (orders, await db.SignerCertificates.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == sub, ct));
    }

    /// <returns>False where somebody else changed it meanwhile: their own other window.</returns>
    private async Task<bool> CountAsync(StaffMember staff, Action<SignerCertificate> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        change(await db.SignerCertificates.SingleAsync(c => c.Sub == staff.Sub, ct));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<Problem> MissAsync(IEnumerable<SignatureOrder> unsigned, Problem why, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = unsigned.Select(o => o.Id).ToList();
        await db.SignatureOrders.Where(o => ids.Contains(o.Id) && o.WaitingSince != null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Attempts, o => o.Attempts + 1).SetProperty(o => o.LastFailure, why.Code), ct);
        return why;
    }

    private static List<SignedDocument> Answer(List<SignatureOrder> orders, Dictionary<Guid, Problem> problems) => orders.ConvertAll(o => new SignedDocument(o.Id, o.Number, problems.GetValueOrDefault(o.Id)));
}
