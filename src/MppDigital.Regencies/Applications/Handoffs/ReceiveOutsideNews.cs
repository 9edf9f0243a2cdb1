using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>Another system tells where a file stands. The signature is looked at first: a stranger learns nothing and leaves nothing.</summary>
/// <param name="System">Code of the system: <c>oss</c>.</param>
/// <param name="Body">As it arrived, byte by byte.</param>
public sealed record ReceiveOutsideNews(string System, ReadOnlyMemory<byte> Body, string? Signature);

internal sealed class ReceiveOutsideNewsHandler(IDbContextFactory<RegencyDbContext> contexts, HandoffDesks desks, HandoffNews news, TimeProvider clock) : IUseCase<ReceiveOutsideNews, Done>
{
    private static readonly Problem BadSignature = new(ProblemKind.Unauthenticated, "bad-signature", "Tanda tangan X-Signature tidak cocok atau lebih dari 5 menit. Tanda tangani isi persis seperti dikirim dengan kunci perjanjian daerah ini.")
    {
        DetailEn = "X-Signature does not fit or is older than 5 minutes. Sign the body exactly as it is sent with the key of this regency's agreement.",
    };

    public async Task<Outcome<Done>> HandleAsync(ReceiveOutsideNews input, CancellationToken ct)
    {
        // Of a system that does not exist nobody has the key either.
        if (desks.Find(input.System) is not { } desk || await desk.SigningSecretAsync(ct) is not { } secret || !QrisSignature.Fits(secret, input.Body.Span, input.Signature, clock.GetUtcNow())) return BadSignature;
        var (told, faults) = OutsideCallback.Read(input.Body);
        if (told is null) return Unreadable(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var handoff = await db.Handoffs.AsNoTracking().Where(h => h.System == desk.Code && db.Applications.Any(a => a.Id == h.ApplicationId && a.Number == told.Application)).Select(h => (Guid?)h.Id).SingleOrDefaultAsync(ct);
        if (handoff is not { } known) return Unreadable([("/application", "Tidak ada permohonan dengan nomor ini yang kami serahkan kepada Anda.")]);
        return await news.HearAsync(known, told, ct) ? default(Done) : Unreadable([("/reference", "Rujukan ini bukan rujukan yang Anda berikan untuk permohonan itu.")]);
    }

    private static Problem Unreadable(IReadOnlyList<(string Pointer, string Text)> faults) =>
        faults is [("", var whole)]
            ? new(ProblemKind.Unreadable, "unreadable", whole)
            : new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Some members need to be mended.", Errors = faults.ToDictionary(f => f.Pointer, f => new[] { f.Text }) };
}
