using System.Text.Json;

namespace MppDigital.National.Residents.Requests;

/// <summary>Seals and opens what requests hold, and shows them to the person who asked.</summary>
internal sealed class RequestBook(ResidentCipher cipher, TimeProvider clock)
{
    public static readonly DataAnswer NoAnswer = new("", [], []);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async ValueTask<byte[]> SealAsync<T>(string purpose, T value, CancellationToken ct) => (await cipher.OpenAsync(ct)).Encrypt(purpose, JsonSerializer.SerializeToUtf8Bytes(value));

    public ValueTask<byte[]> SealAsync(DataAnswer answer, CancellationToken ct) => SealAsync("data-answer", answer, ct);

    public ValueTask<byte[]> SealAsync(DataRequestText text, CancellationToken ct) => SealAsync("data-request", text, ct);

    public async ValueTask<DataRequestView> ViewAsync(DataRequest request, CancellationToken ct)
    {
        var opened = await cipher.OpenAsync(ct);
        var text = JsonSerializer.Deserialize<DataRequestText>(opened.DecryptBytes("data-request", request.Text))!;
        var answer = request.Answer.Length == 0 ? NoAnswer : JsonSerializer.Deserialize<DataAnswer>(opened.DecryptBytes("data-answer", request.Answer))!;
        return DataRequestView.Of(request, text, answer, Now);
    }
}
