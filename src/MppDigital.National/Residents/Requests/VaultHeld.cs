using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Vault;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Files;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>The vault in the copy of a person's data, and what of it goes on request.</summary>
internal sealed class VaultHeld(
    IDbContextFactory<NationalDbContext> contexts, IUseCase<ListMyFacts, IReadOnlyList<MyFact>> facts, IUseCase<ListMyWallet, IReadOnlyList<WalletPaper>> papers, IUseCase<ReadMyPaper, PaperFile> read,
    IUseCase<ListMyConsents, IReadOnlyList<ConsentReceipt>> consents, IUseCase<ListMyLooks, MyLooks> looks, VaultSecrets vault, FileStore store, TimeProvider clock) : IPersonalData
{
    private const int MostLooks = 2000;

    /// <summary>A controller has to be able to show the consent it acted under (UU 27/2022 article 24).</summary>
    private const string ProofOfConsent = "UU 27/2022 pasal 24";

    public string Part => "vault";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        var wallet = new JsonArray();
        foreach (var paper in (await papers.HandleAsync(new ListMyWallet(sub), ct)).Value ?? [])
        {
            var described = Json(paper)!.AsObject();
            if (await read.HandleAsync(new ReadMyPaper(sub, paper.Id), ct) is { Succeeded: true, Value: var file }) described["file"] = files.Add($"dompet-{paper.Id:N}-{file.FileName}", file.Content);
            wallet.Add(described);
        }

        var part = new JsonObject();
        Put(part, "facts", Json((await facts.HandleAsync(new ListMyFacts(sub), ct)).Value ?? []));
        Put(part, "wallet", wallet);
        Put(part, "consents", Json((await consents.HandleAsync(new ListMyConsents(sub), ct)).Value ?? []));
        Put(part, "looks", Json((await looks.HandleAsync(new ListMyLooks(sub, MostLooks, null), ct)).Value?.Items ?? []));
        return part.Count == 0 ? null : part;
    }

    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gone = await db.ResidentFacts.Where(f => f.Sub == sub).ExecuteDeleteAsync(ct);
        var wallet = await db.WalletDocuments.Where(d => d.Sub == sub).OrderBy(d => d.Id).ToListAsync(ct);
        db.RemoveRange(wallet);
        var given = await db.Consents.Where(c => c.Sub == sub).OrderBy(c => c.Id).ToListAsync(ct);
        var ids = given.Select(c => c.Id).ToList();
        var used = await db.HandOvers.Where(h => ids.Contains(h.ConsentId)).Select(h => h.ConsentId).Distinct().ToListAsync(ct);
        var unused = given.Where(c => !used.Contains(c.Id)).ToList();
        db.RemoveRange(unused);
        foreach (var consent in given.Except(unused)) consent.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        foreach (var key in wallet.Select(d => d.ContentKey).Distinct())
        {
            // The same content is kept once: somebody else may hold it too.
            if (!await db.WalletDocuments.AnyAsync(d => d.ContentKey == key, ct)) store.Delete(await vault.OpenAsync(ct), key);
        }

        return new Erasure(
            [new ErasedData("fact", gone), new ErasedData("wallet-paper", wallet.Count), new ErasedData("consent", unused.Count)],
            [.. given.Except(unused).Select(c => new KeptData("consent", c.Number, ProofOfConsent, null))]);
    }

    private static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);

    private static void Put(JsonObject part, string name, JsonNode? list)
    {
        if (list is JsonArray { Count: > 0 }) part[name] = list;
    }
}
