using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>What a person has asked, the newest first.</summary>
public sealed record ListDataRequests(string Sub);

/// <summary>One of the person's own; somebody else's is not found.</summary>
public sealed record ReadDataRequest(string Sub, Guid Id);

internal sealed class ReadDataRequestHandler(IDbContextFactory<NationalDbContext> contexts, RequestBook book) : IUseCase<ListDataRequests, IReadOnlyList<DataRequestView>>, IUseCase<ReadDataRequest, DataRequestView>
{
    private const int Most = 50;

    public async Task<Outcome<IReadOnlyList<DataRequestView>>> HandleAsync(ListDataRequests input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var views = new List<DataRequestView>();
        foreach (var request in await db.DataRequests.AsNoTracking().Where(r => r.Sub == input.Sub).OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct)) views.Add(await book.ViewAsync(request, ct));
        return views;
    }

    public async Task<Outcome<DataRequestView>> HandleAsync(ReadDataRequest input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id && r.Sub == input.Sub, ct) is { } request ? await book.ViewAsync(request, ct) : Problems.UnknownRequest;
    }
}
