// Emscripten's view of the page: every function of page.h, handed on to the page object of web/platform/page.js, which
// the loader was given. Only text and memory are translated here.
addToLibrary({
  $page: 'Module["page"]',
  $page__postset: 'page.editor = Module;',

  $utf8: 'new TextDecoder()',
  // Emscripten's own UTF8ToString stops at a zero byte.
  $textAt__deps: ['$utf8'],
  $textAt: (place, length) => utf8.decode(HEAPU8.subarray(place, place + length)),

  page_create_webgl__deps: ['$page', '$GL'],
  page_create_webgl: () => {
    const context = GL.createContext(page.canvas, {
      majorVersion: 2,
      alpha: false,
      depth: false,
      stencil: false,
      antialias: false,
      preserveDrawingBuffer: true, // only what changed is drawn anew
      enableExtensionsByDefault: false,
    });
    if (context) GL.makeContextCurrent(context);
    else page.showPlain();
    return context ? 1 : 0;
  },
  page_size_canvas__deps: ['$page'],
  page_size_canvas: (width, height) => page.sizeCanvas(width, height),

  page_picture_begin__deps: ['$page'],
  page_picture_begin: () => page.picture?.begin(),
  page_picture_clip__deps: ['$page'],
  page_picture_clip: (x, y, width, height) => page.picture?.clip(x, y, width, height),
  page_picture_rectangle__deps: ['$page'],
  page_picture_rectangle: (x, y, width, height, radius, thickness, color) =>
    page.picture?.rectangle(x, y, width, height, radius, thickness, color),
  page_picture_path__deps: ['$page'],
  page_picture_path: (points, count, closed, thickness, color) =>
    page.picture?.path(HEAPF32.subarray(points >> 2, (points >> 2) + 2 * count), !!closed, thickness, color),
  page_picture_text__deps: ['$page', '$textAt'],
  page_picture_text: (text, length, x, y, size, weight, monospace, color) =>
    page.picture?.text(textAt(text, length), x, y, size, weight, !!monospace, color),
  page_picture_end__deps: ['$page'],
  page_picture_end: () => page.picture?.end(),

  page_text_font__deps: ['$page'],
  page_text_font: (size, weight, monospace) => page.text.choose(size, weight, monospace),
  page_text_width__deps: ['$page', '$textAt'],
  page_text_width: (text, length) => page.text.width(textAt(text, length)),
  page_text_metrics__deps: ['$page'],
  page_text_metrics: (size, weight, monospace, place) =>
    HEAPF32.set(page.text.metrics(size, weight, monospace), place >> 2),
  page_text_bounds__deps: ['$page', '$textAt'],
  page_text_bounds: (text, length, place) => {
    const { left, up, right, down, width } = page.text.bounds(textAt(text, length));
    HEAPF32.set([left, up, right, down], place >> 2);
    return width;
  },
  page_text_clear__deps: ['$page'],
  page_text_clear: (width, height) => page.text.clear(width, height),
  page_text_draw__deps: ['$page', '$textAt'],
  page_text_draw: (text, length, color, x, y) => page.text.draw(textAt(text, length), color, x, y),
  page_text_upload__deps: ['$page', '$GL'],
  page_text_upload: (texture, x, y, width, height) => {
    GLctx.bindTexture(GLctx.TEXTURE_2D, GL.textures[texture]);
    page.text.upload(GLctx, x, y, width, height);
  },

  page_request_frame__deps: ['$page'],
  page_request_frame: () => page.requestFrame(),
  page_call_after_frame__deps: ['$page'],
  page_call_after_frame: () => page.callAfterFrame(),
  page_set_timer__deps: ['$page'],
  page_set_timer: (delay) => page.setTimer(delay),
  page_deliver_soon__deps: ['$page'],
  page_deliver_soon: () => page.deliverSoon(),
  page_first_frame__deps: ['$page'],
  page_first_frame: () => page.firstFrame(),
  page_start__deps: ['$page'],
  page_start: () => page.start(),

  page_url__deps: ['$page'],
  page_url: () => page.give(location.origin + location.pathname),

  page_address__deps: ['$page'],
  page_address: () => page.give(page.address()),
  page_navigate__deps: ['$page', '$textAt'],
  page_navigate: (fragment, length, entry) => page.navigate(textAt(fragment, length), entry),
  page_set_title__deps: ['$page', '$textAt'],
  page_set_title: (title, length) => page.setTitle(textAt(title, length)),
  page_guard_leaving__deps: ['$page'],
  page_guard_leaving: (active) => page.guardLeaving(!!active),
  page_copy_text__deps: ['$page', '$textAt'],
  page_copy_text: (text, length) => void page.copyText(textAt(text, length)),
  page_save_file__deps: ['$page', '$textAt'],
  page_save_file: (name, nameLength, text, textLength) =>
    page.saveFile(textAt(name, nameLength), textAt(text, textLength)),
  page_announce__deps: ['$page', '$textAt'],
  page_announce: (sentence, length, assertive) => page.announce(textAt(sentence, length), !!assertive),
  page_open_link__deps: ['$page', '$textAt'],
  page_open_link: (url, length) => page.openLink(textAt(url, length)),
  page_set_variable__deps: ['$textAt'],
  page_set_variable: (name, nameLength, value, valueLength) =>
    document.documentElement.style.setProperty(textAt(name, nameLength), textAt(value, valueLength)),
  page_set_cursor__deps: ['$page', '$textAt'],
  page_set_cursor: (cursor, length) => page.setCursor(textAt(cursor, length)),
  page_config__deps: ['$page'],
  page_config: () => {
    page.give(page.config.error || page.config.text);
    return page.config.error ? 0 : 1;
  },
  page_mark__deps: ['$page', '$textAt'],
  page_mark: (name, length) => page.mark(textAt(name, length)),
  page_local_time__deps: ['$page'],
  page_local_time: (time, style) => page.give(page.localTime(time, style)),
  page_stored_value__deps: ['$page', '$textAt'],
  page_stored_value: (key, length) => page.give(page.storedValue(textAt(key, length))),
  page_store_value__deps: ['$page', '$textAt'],
  page_store_value: (key, keyLength, value, valueLength) =>
    page.storeValue(textAt(key, keyLength), textAt(value, valueLength)),
  page_keep_text__deps: ['$page', '$textAt'],
  page_keep_text: (name, nameLength, text, textLength) =>
    page.vault.keep(textAt(name, nameLength), textAt(text, textLength)),
  page_load_texts__deps: ['$page', '$textAt'],
  page_load_texts: (prefix, length) => void page.loadTexts(textAt(prefix, length)),
  page_send_locally__deps: ['$page', '$textAt'],
  page_send_locally: (id, message, length) => page.sendLocally(id >>> 0, textAt(message, length)),
  // The one that the Fetch API finds: the access token goes from the page into its header, past the memory.
  $XMLHttpRequest__deps: ['$page'],
  $XMLHttpRequest: `class extends globalThis.XMLHttpRequest {
    setRequestHeader(name, value) {
      const sent = name === 'Authorization' ? page.authorization() : value;
      if (sent) super.setRequestHeader(name, sent);
    }
  }`,
  page_is_request_url__deps: ['$page', '$textAt', '$XMLHttpRequest'],
  page_is_request_url: (url, length) => (page.isRequestUrl(textAt(url, length)) ? 1 : 0),

  page_mirror_create__deps: ['$page', '$textAt'],
  page_mirror_create: (id, tag, length) => page.mirror.create(id >>> 0, textAt(tag, length)),
  page_mirror_place__deps: ['$page'],
  page_mirror_place: (id, parent, before) => page.mirror.place(id >>> 0, parent >>> 0, before >>> 0),
  page_mirror_remove__deps: ['$page'],
  page_mirror_remove: (id) => page.mirror.remove(id >>> 0),
  page_mirror_attribute__deps: ['$page', '$textAt'],
  page_mirror_attribute: (id, name, nameLength, value, valueLength) =>
    page.mirror.attribute(id >>> 0, textAt(name, nameLength), textAt(value, valueLength)),
  page_mirror_remove_attribute__deps: ['$page', '$textAt'],
  page_mirror_remove_attribute: (id, name, length) => page.mirror.removeAttribute(id >>> 0, textAt(name, length)),
  page_mirror_text__deps: ['$page', '$textAt'],
  page_mirror_text: (id, text, length) => page.mirror.text(id >>> 0, textAt(text, length)),
  page_mirror_value__deps: ['$page', '$textAt'],
  page_mirror_value: (id, value, length) => page.mirror.value(id >>> 0, textAt(value, length)),
  page_mirror_rectangle__deps: ['$page'],
  page_mirror_rectangle: (id, x, y, width, height) => page.mirror.rectangle(id >>> 0, x, y, width, height),
  page_mirror_content_size__deps: ['$page'],
  page_mirror_content_size: (id, width, height) => page.mirror.contentSize(id >>> 0, width, height),
  page_mirror_scroll__deps: ['$page'],
  page_mirror_scroll: (id, x, y) => page.mirror.scroll(id >>> 0, x, y),
  page_mirror_focus__deps: ['$page'],
  page_mirror_focus: (id) => page.mirror.focus(id >>> 0),
  page_mirror_select_text__deps: ['$page'],
  page_mirror_select_text: (id) => page.mirror.selectText(id >>> 0),

  page_language__deps: ['$page'],
  page_language: () => page.giveLanguage(),
  page_choose_language__deps: ['$page', '$textAt'],
  page_choose_language: (tag, length) => void page.language.choose(textAt(tag, length)),
  page_plural_category__deps: ['$page'],
  page_plural_category: (number) => page.give(page.pluralCategory(number)),

  page_show_sign_in__deps: ['$page', '$textAt'],
  page_show_sign_in: (flags, error, length) => page.signIn.show(flags, textAt(error, length)),
  page_refresh_token__deps: ['$page'],
  page_refresh_token: () => void page.signIn.shim.refresh(),
  page_sign_out__deps: ['$page'],
  page_sign_out: () => page.signIn.shim.signOut(),
});
