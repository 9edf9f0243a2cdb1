using System.Security.Cryptography;
using System.Text;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Tests.Secrets;

public sealed class FieldCipherTests
{
    private static readonly KeyOwner Bukittinggi = KeyOwner.Of(RegencyCode.Parse("13.75"));
    private static readonly KeyOwner Padang = KeyOwner.Of(RegencyCode.Parse("13.71"));

    private readonly MasterKey master = MasterKey.FromSetting(MasterKeyTests.NewSetting());

    [Theory]
    [InlineData("")]
    [InlineData("Siti Aminah")]
    [InlineData("Ni Luh Ayu ꦏ 最佳")]
    public void Opens_what_it_sealed(string value)
    {
        var cipher = New(Bukittinggi);

        Assert.Equal(value, cipher.Decrypt("name", cipher.Encrypt("name", value)));
    }

    [Fact]
    public void Never_seals_twice_alike_and_shows_nothing_of_the_value()
    {
        var cipher = New(Bukittinggi);

        var (first, second) = (cipher.Encrypt("nik", "1375010101909901"), cipher.Encrypt("nik", "1375010101909901"));

        Assert.NotEqual(first, second);
        Assert.DoesNotContain("1375", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_value_in_which_any_byte_was_changed_or_lost()
    {
        var cipher = New(Bukittinggi);
        var sealedBytes = cipher.Encrypt("nik", "1375010101909901");

        for (var at = 0; at < sealedBytes.Length; at++)
        {
            var changed = sealedBytes.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt("nik", changed));
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt("nik", sealedBytes.AsSpan(0, at)));
        }
    }

    [Fact]
    public void Refuses_a_value_moved_to_another_column()
    {
        var cipher = New(Bukittinggi);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt("phone", cipher.Encrypt("nik", "1375010101909901")));
    }

    [Fact]
    public void Another_regency_cannot_read_it_and_finds_other_lookups()
    {
        var (here, there) = (New(Bukittinggi), New(Padang));

        Assert.ThrowsAny<CryptographicException>(() => there.Decrypt("nik", here.Encrypt("nik", "1375010101909901")));
        Assert.NotEqual(here.Lookup("nik", "1375010101909901"), there.Lookup("nik", "1375010101909901"));
    }

    [Fact]
    public void Refuses_a_key_that_was_wrapped_for_another_regency()
    {
        var wrapped = DataKey.CreateWrapped(Bukittinggi, master);

        Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(wrapped, Padang, master));
    }

    [Fact]
    public void Lookups_are_stable_differ_by_purpose_and_fit_their_column()
    {
        var wrapped = DataKey.CreateWrapped(Bukittinggi, master);
        var (first, second) = (FieldCipher.Open(wrapped, Bukittinggi, master), FieldCipher.Open(wrapped, Bukittinggi, master));

        Assert.Equal(first.Lookup("nik", "1375010101909901"), second.Lookup("nik", "1375010101909901"));
        Assert.NotEqual(first.Lookup("nik", "1375010101909901"), first.Lookup("phone", "1375010101909901"));
        Assert.NotEqual(first.Lookup("ab", "c"), first.Lookup("a", "bc"));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", first.Lookup("nik", "1375010101909901"));
        Assert.Equal(FieldCipher.LookupLength, first.Lookup("nik", "").Length);
    }

    [Fact]
    public void Finds_a_name_by_each_whole_word_however_it_is_written()
    {
        var cipher = New(Bukittinggi);
        var tokens = cipher.NameTokens("Hj. Siti Nur'aini, S.Kep");

        Assert.Contains(cipher.NameTokens("siti").Single(), tokens);
        Assert.Contains(cipher.NameTokens("NURAINI").Single(), tokens);
        Assert.DoesNotContain(cipher.NameTokens("sit").Single(), tokens);
        Assert.Equal(cipher.NameTokens("José"), cipher.NameTokens("jose"));
        Assert.Empty(cipher.NameTokens(" . "));
    }

    [Fact]
    public void Rotation_keeps_old_values_readable_and_lookups_unchanged()
    {
        var wrapped = DataKey.CreateWrapped(Bukittinggi, master);
        var before = FieldCipher.Open(wrapped, Bukittinggi, master);
        var after = FieldCipher.Open(DataKey.Rotate(wrapped, Bukittinggi, master), Bukittinggi, master);

        Assert.Equal("isi", after.Decrypt("nik", before.Encrypt("nik", "isi")));
        Assert.Equal(before.Lookup("nik", "isi"), after.Lookup("nik", "isi"));
        Assert.ThrowsAny<CryptographicException>(() => before.Decrypt("nik", after.Encrypt("nik", "isi")));
    }

    [Fact]
    public void A_new_master_key_rewraps_without_touching_the_data()
    {
        var (first, second) = (MasterKeyTests.NewSetting(), MasterKeyTests.NewSetting());
        var wrapped = DataKey.CreateWrapped(Bukittinggi, MasterKey.FromSetting(first));
        var value = FieldCipher.Open(wrapped, Bukittinggi, MasterKey.FromSetting(first)).Encrypt("nik", "isi");
        var both = MasterKey.FromSetting($"{first},{second}");

        var rewrapped = DataKey.Rewrap(wrapped, Bukittinggi, both);

        Assert.Equal("isi", FieldCipher.Open(rewrapped, Bukittinggi, both).Decrypt("nik", value));
        Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(rewrapped, Bukittinggi, MasterKey.FromSetting(first)));
    }

    [Fact]
    public async Task The_ring_reads_a_key_once_and_never_hands_out_one_that_was_not_opened()
    {
        var ring = new FieldCipherRing(master);
        var wrapped = DataKey.CreateWrapped(Bukittinggi, master);
        var reads = 0;
        Task<byte[]> Read(CancellationToken ct)
        {
            reads++;
            return Task.FromResult(wrapped);
        }

        Assert.Throws<InvalidOperationException>(() => ring.For(Bukittinggi));
        var opened = await ring.OpenAsync(Bukittinggi, Read, CancellationToken.None);
        Assert.Same(opened, await ring.OpenAsync(Bukittinggi, Read, CancellationToken.None));
        Assert.Same(opened, ring.For(Bukittinggi));
        Assert.Throws<InvalidOperationException>(() => ring.For(Padang));
        Assert.Equal(1, reads);
    }

    private FieldCipher New(KeyOwner owner) => FieldCipher.Open(DataKey.CreateWrapped(owner, master), owner, master);
}
