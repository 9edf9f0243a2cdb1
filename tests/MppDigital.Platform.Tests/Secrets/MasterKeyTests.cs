using System.Security.Cryptography;
using MppDigital.Platform.Secrets;
using MppDigital.Testing;

namespace MppDigital.Platform.Tests.Secrets;

public sealed class MasterKeyTests
{
    [Fact]
    public void Makes_one_key_that_only_its_owner_can_read_and_keeps_it()
    {
        using var folder = new TempDirectory();

        var sealedBytes = MasterKey.Open(folder["keys"]).Seal("test", "isi"u8);

        Assert.Equal("isi"u8.ToArray(), MasterKey.Open(folder["keys"]).Unseal("test", sealedBytes));
        var file = Assert.Single(Directory.GetFiles(folder["keys"], "*", SearchOption.AllDirectories));
        Assert.Equal(32, new FileInfo(file).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["keys"]));
        }
    }

    [Fact]
    public async Task Many_starts_at_once_end_with_one_key()
    {
        for (var round = 0; round < 40; round++)
        {
            using var folder = new TempDirectory();
            using var together = new Barrier(4);

            var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return MasterKey.Open(folder["keys"]);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            var sealedBytes = keys[0].Seal("test", "isi"u8);
            Assert.All(keys, key => Assert.Equal("isi"u8.ToArray(), key.Unseal("test", sealedBytes)));
            Assert.Single(Directory.GetDirectories(folder["keys"]));
        }
    }

    [Fact]
    public void Seals_with_the_newest_version_and_still_opens_the_older()
    {
        var (first, second) = (NewSetting(), NewSetting());
        var old = MasterKey.FromSetting(first).Seal("test", "isi"u8);
        var rotated = MasterKey.FromSetting($"{first}, {second}");

        Assert.Equal("isi"u8.ToArray(), rotated.Unseal("test", old));
        Assert.ThrowsAny<CryptographicException>(() => MasterKey.FromSetting(first).Unseal("test", rotated.Seal("test", "isi"u8)));
    }

    [Fact]
    public void Refuses_what_another_key_sealed_and_what_was_sealed_for_another_purpose()
    {
        var key = MasterKey.FromSetting(NewSetting());
        var sealedBytes = key.Seal("test", "isi"u8);

        Assert.ThrowsAny<CryptographicException>(() => MasterKey.FromSetting(NewSetting()).Unseal("test", sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => key.Unseal("other", sealedBytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void Refuses_a_setting_that_is_not_32_bytes(string setting) =>
        Assert.Throws<FormatException>(() => MasterKey.FromSetting(setting));

    [Fact]
    public void Refuses_a_key_file_that_was_cut()
    {
        using var folder = new TempDirectory();
        Directory.CreateDirectory(folder["master-0001"]);
        File.WriteAllBytes(Path.Combine(folder["master-0001"], "key"), new byte[31]);

        Assert.Throws<FormatException>(() => MasterKey.Open(folder.Path));
    }

    internal static string NewSetting() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
