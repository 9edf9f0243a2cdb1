using System.Net.Http.Headers;
using System.Text.Json;

namespace MppDigital.Benchmarks.Load;

/// <summary>The API as a program of a citizen calls it.</summary>
internal static class Api
{
    public static async Task<JsonElement> PostAsync(HttpClient client, string token, string address, HttpContent? content)
    {
        using var request = Post(token, address, content);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode} {text}");
    }

    public static HttpRequestMessage Post(string token, string address, HttpContent? content) => new(HttpMethod.Post, address)
    {
        Content = content,
        Headers = { { "Idempotency-Key", Guid.NewGuid().ToString("N") }, { "Authorization", new AuthenticationHeaderValue("Bearer", token).ToString() } },
    };
}
